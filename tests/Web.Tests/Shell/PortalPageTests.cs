using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Domain.Common;
using Connect.Web.Infrastructure;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Connect.Web.Tests.Shell;

public sealed class PortalPageTests
{
    private readonly IMediator _mediator = Substitute.For<IMediator>();
    private readonly SamplePage _page;

    public PortalPageTests()
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(_mediator).BuildServiceProvider() };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        _page = new SamplePage { PageContext = new PageContext(action) { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), action.ModelState) } };
    }

    [Fact]
    public async Task What_succeeds_goes_on()
    {
        Answer().Returns("A1");

        (await _page.SendAsync()).ShouldBeOfType<RedirectResult>().Url.ShouldBe("/done/A1");
        _page.Loaded.ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_input_is_said_beside_its_field()
    {
        Answer().Returns<string>(_ => throw new InvalidInputException("Icc", "IccLength"));

        await ShouldBeShownAgainAsync(422, "Input.Icc", "Ett ICC-nummer har 19 eller 20 siffror.");
    }

    [Fact]
    public async Task A_broken_rule_without_a_field_is_said_about_the_form()
    {
        Answer().Returns<string>(_ => throw new DomainRuleException("Conflict"));

        await ShouldBeShownAgainAsync(422, "", "Någon annan hann ändra detta före dig. Läs om sidan och försök igen.");
    }

    [Fact]
    public async Task A_conflict_has_a_status_of_its_own()
    {
        Answer().Returns<string>(_ => throw new ConflictException());

        await ShouldBeShownAgainAsync(409, "", "Någon annan hann ändra detta före dig. Läs om sidan och försök igen.");
    }

    [Fact]
    public async Task What_could_not_be_read_is_never_sent()
    {
        _page.ModelState.AddModelError("Input.Day", "Värdet går inte att läsa.");

        await ShouldBeShownAgainAsync(422, "Input.Day", "Värdet går inte att läsa.");
        await _mediator.DidNotReceiveWithAnyArgs().Send(default(IRequest<string>)!, default);
    }

    [Fact]
    public async Task Other_failures_are_left_to_the_error_pages()
    {
        Answer().Returns<string>(_ => throw new NotFoundException());

        await Should.ThrowAsync<NotFoundException>(_page.SendAsync);
    }

    private Task<string> Answer() => _mediator.Send(Arg.Any<IRequest<string>>(), Arg.Any<CancellationToken>());

    private async Task ShouldBeShownAgainAsync(int status, string field, string text)
    {
        (await _page.SendAsync()).ShouldBeOfType<PageResult>();
        _page.HttpContext.Response.StatusCode.ShouldBe(status);
        _page.Loaded.ShouldBeTrue();
        _page.ModelState[field]!.Errors.Single().ErrorMessage.ShouldBe(text);
    }

    private sealed record Sample : ICommand<string>;

    private sealed class SamplePage : PortalPage
    {
        public bool Loaded { get; private set; }

        public Task<IActionResult> SendAsync() => Submit(new Sample(), id => Redirect($"/done/{id}"), "Input");

        protected override Task LoadAsync()
        {
            Loaded = true;
            return Task.CompletedTask;
        }
    }
}
