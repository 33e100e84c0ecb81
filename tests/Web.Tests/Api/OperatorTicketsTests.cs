using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Connect.Application.Identity;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Web.Tests.Api;

/// <summary>The operator's support by the integration API, with a key.</summary>
[Covers("OPS-2", "tickets with an operator key")]
public sealed class OperatorTicketsTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private string _number = "";
    private TestScope _anna = null!;

    public async ValueTask InitializeAsync()
    {
        var organisation = await portal.World.OrganisationAsync();
        _number = await portal.World.TicketAsync(organisation.RootId);
        _anna = new TestScope(portal.Database, await portal.World.UserAsync(organisation.RootId));
    }

    public ValueTask DisposeAsync() => _anna.DisposeAsync();

    [Fact]
    public async Task An_answer_and_a_state_move_the_ticket_each_once()
    {
        for (var i = 0; i < 2; i++) (await PostAsync("messages", new { id = "A-1", text = "Vi tittar.", author = "Sara", state = "waitingForCustomer" })).ShouldBe(HttpStatusCode.NoContent);
        for (var i = 0; i < 2; i++) (await PostAsync("state", new { id = "S-1", state = "solved" })).ShouldBe(HttpStatusCode.NoContent);
        var ticket = await _anna.SendAsync(new GetTicket(_number));
        (ticket.State, ticket.Thread.Count(entry => entry.FromOperator)).ShouldBe((TicketState.Solved, 4)); // answered, under way, waiting, solved
    }

    [Theory]
    [InlineData("messages", """{"id":"A-2"}""")]
    [InlineData("messages", """{"text":"Hej"}""")]
    [InlineData("state", """{"id":"S-2","state":"new"}""")]
    [InlineData("state", """{"id":"S-2","state":"borta"}""")]
    public async Task What_is_malformed_is_refused(string what, string body)
    {
        using var client = await ClientAsync("integration");
        (await client.PostAsync($"/api/v1/operator/tickets/{_number}/{what}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _anna.SendAsync(new GetTicket(_number))).State.ShouldBe(TicketState.New);
    }

    [Fact]
    public async Task A_key_for_something_else_is_refused_and_an_unknown_ticket_is_not_there()
    {
        (await PostAsync("state", new { id = "S-3", state = "solved" }, scope: "import")).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("state", new { id = "S-3", state = "solved" }, number: "999999")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> PostAsync(string what, object body, string scope = "integration", string? number = null)
    {
        using var client = await ClientAsync(scope);
        return (await client.PostAsJsonAsync($"/api/v1/operator/tickets/{number ?? _number}/{what}", body)).StatusCode;
    }

    private async Task<HttpClient> ClientAsync(string scope)
    {
        await using var console = new TestScope(portal.Database, caller: TestScope.Operator(OperatorScopes.Keys));
        var key = await console.SendAsync(new CreateOperatorKey($"support-{Guid.CreateVersion7():N}", [scope]));
        var client = portal.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
