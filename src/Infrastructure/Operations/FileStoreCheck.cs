using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Operations;

internal sealed class FileStoreCheck(IFileStore files) : IInstallationCheck
{
    public string Name => "files";

    public async Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        var key = $"check/{Guid.CreateVersion7():N}";
        await using (var write = await files.CreateAsync(key, cancellation))
        {
            await write.Stream.WriteAsync("check"u8.ToArray(), cancellation);
            await write.CompleteAsync(cancellation);
        }

        await using (var read = await files.OpenAsync(key, cancellation))
            if (read is null) return CheckResult.Wrong("What was written cannot be read.");
        await files.DeleteAsync(key, cancellation);
        return CheckResult.Good("can be written, read and removed.");
    }
}
