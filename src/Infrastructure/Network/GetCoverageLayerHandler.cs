using Connect.Application.Common.Errors;
using Connect.Application.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class GetCoverageLayerHandler(DbSession db) : IRequestHandler<GetCoverageLayer, CoverageLayer>
{
    private static readonly Stmt Select = "SELECT Content, ContentHash FROM CoverageLayer WHERE Generation = @generation";

    public async Task<CoverageLayer> Handle(GetCoverageLayer request, CancellationToken cancellationToken) =>
        await db.FirstOrDefaultAsync<LayerRow>(Select, new { generation = (int)request.Network }, cancellationToken) is { } layer ? new(layer.Content, layer.ContentHash) : throw new NotFoundException();

    private sealed record LayerRow
    {
        public string Content { get; init; } = "";
        public string ContentHash { get; init; } = "";
    }
}
