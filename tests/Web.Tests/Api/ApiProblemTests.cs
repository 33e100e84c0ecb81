using System.Net;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Domain.Common;
using Connect.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connect.Web.Tests.Api;

public sealed class ApiProblemTests
{
    [Fact]
    public async Task Invalid_input_names_each_field_with_its_code_and_text()
    {
        var problem = await AnswerAsync(new InvalidInputException([new("Delivery.Icc", "IccLength"), new("UserName", "MaximumLengthValidator", 0, 100)]));
        problem.GetProperty("status").GetInt32().ShouldBe(400);
        problem.GetProperty("code").GetString().ShouldBe("InvalidInput");
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        errors[0].GetProperty("field").GetString().ShouldBe("delivery.icc");
        errors[0].GetProperty("detail").GetString().ShouldBe("Ett ICC-nummer har 19 eller 20 siffror.");
        errors[1].GetProperty("detail").GetString().ShouldBe("Skriv högst 100 tecken.");
    }

    [Fact]
    public async Task Each_kind_of_failure_has_its_status_and_code()
    {
        await ShouldBeAsync(new DomainRuleException("IccChecksum"), 400, "IccChecksum");
        await ShouldBeAsync(new NotFoundException(), 404, "NotFound");
        await ShouldBeAsync(new ForbiddenException(), 403, "Forbidden");
        await ShouldBeAsync(new ForbiddenException(loggedIn: false), 401, "NotLoggedIn");
        await ShouldBeAsync(new ConflictException("RequestReused"), 409, "RequestReused");
    }

    [Fact]
    public async Task What_nobody_foresaw_says_nothing_of_itself()
    {
        var problem = await AnswerAsync(new InvalidOperationException("SELECT secret"));
        problem.GetProperty("status").GetInt32().ShouldBe(500);
        problem.GetRawText().ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_says_where()
    {
        var problem = await AnswerAsync(new BadHttpRequestException("bad", new JsonException("bad", "$.delivery", 1, 1)));
        problem.GetProperty("code").GetString().ShouldBe("MalformedBody");
        problem.GetProperty("path").GetString().ShouldBe("$.delivery");
    }

    private static async Task ShouldBeAsync(Exception exception, int status, string code)
    {
        var problem = await AnswerAsync(exception);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("code").GetString().ShouldBe(code);
    }

    private static async Task<JsonElement> AnswerAsync(Exception exception)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new ApiProblems(_ => throw exception, NullLogger<ApiProblems>.Instance).InvokeAsync(context);
        context.Response.ContentType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(body.ToArray()).RootElement;
    }
}

public sealed class ApiTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_address_that_does_not_exist_answers_a_problem()
    {
        var response = await portal.NewClient().GetAsync("/api/v1/no-such-thing");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_told_how_to_come_in()
    {
        var response = await portal.NewClient().GetAsync("/api/v1/services");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
    }

    [Fact]
    [TestKit.Covers("API-2", "OpenAPI document, checked against the endpoints by a test")]
    public async Task The_OpenAPI_document_tells_every_endpoint()
    {
        var document = JsonDocument.Parse(await portal.NewClient().GetStringAsync("/openapi/v1.json")).RootElement;
        var told = from path in document.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   where operation.Name is "get" or "post" or "put" or "patch" or "delete"
                   select $"{operation.Name.ToUpperInvariant()} {path.Name}";
        told.Order(StringComparer.Ordinal).ShouldBe(Endpoints(portal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_endpoint_that_changes_something_checks_for_antiforgery() =>
        portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiAntiforgery.Guarded>() is null).Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();

    // Constraints are no part of the documented address.
    private static IEnumerable<string> Endpoints(Portal portal) =>
        from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith(ApiHost.Prefix, StringComparison.Ordinal) == true
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} {System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.TrimEnd('/'), @"\{(\w+)[^}]*\}", "{$1}")}";
}
