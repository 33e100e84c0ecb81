using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Connect.TestKit;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using NSubstitute;

namespace Connect.Web.Tests.Shell;

public sealed class FieldTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly EmptyModelMetadataProvider _metadata = new();
    private readonly ModelStateDictionary _state = new();

    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_input()
    {
        _state.AddModelError("Input.Name", "Fyll i fältet.");

        var field = await RenderAsync(new FieldTagHelper { Label = "Shell.Me", Hint = "Shell.Theme" }, "Åke <b>", ("maxlength", "20"));

        var input = field.QuerySelector("input")!;
        field.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("name").ShouldBe("Input.Name");
        input.GetAttribute("value").ShouldBe("Åke <b>");
        input.GetAttribute("maxlength").ShouldBe("20");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.QuerySelector("#" + id)!.TextContent).ShouldBe(["Utseende", "Fyll i fältet."]);
    }

    [Fact]
    public async Task What_was_typed_stands_there_again_though_it_could_not_be_read()
    {
        _state.SetModelValue("Input.Name", "30 feb", "30 feb");

        (await RenderAsync(new FieldTagHelper { Label = "Shell.Me" }, null)).QuerySelector("input")!.GetAttribute("value").ShouldBe("30 feb");
    }

    [Fact]
    public void The_summary_names_the_fields_as_they_stand_on_the_page()
    {
        foreach (var key in new[] { "City", "Elsewhere", "Name", "", "Street" }) _state.AddModelError(key, $"wrong {key}");
        var http = new DefaultHttpContext();
        var view = new ViewContext(new(http, new(), new(), _state), Substitute.For<IView>(), new ViewDataDictionary(_metadata, _state), Substitute.For<ITempDataDictionary>(), TextWriter.Null, new());
        var output = new TagHelperOutput("error-summary", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new ErrorSummaryTagHelper(Encoder) { ViewContext = view }.Process(new([], new Dictionary<object, object>(), ""), output);
        foreach (var key in new[] { "name", "Street", "City" }) FieldLabels.Of(http).Add(key, key.ToUpperInvariant());

        using var writer = new StringWriter();
        output.Content.WriteTo(writer, Encoder);

        new HtmlParser().ParseDocument(writer.ToString()).QuerySelectorAll("li").Select(line => line.TextContent)
            .ShouldBe(["wrong ", "NAME: wrong Name", "STREET: wrong Street", "CITY: wrong City", "wrong Elsewhere"]);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        _state.SetModelValue("Input.Name", "hemligt", "hemligt");

        (await RenderAsync(new FieldTagHelper { Label = "Shell.Me", Type = "password" }, "hemligt")).InnerHtml.ShouldNotContain("hemligt");
    }

    [Fact]
    public async Task Cards_are_a_group_with_one_chosen()
    {
        var field = await RenderAsync(new ChoiceFieldTagHelper { Label = "Shell.Theme", Items = [new("post", "Post", "Med brev"), new("esim", "eSIM")] }, "esim");

        field.LocalName.ShouldBe("fieldset");
        field.QuerySelector("legend")!.TextContent.ShouldBe("Utseende");
        field.QuerySelectorAll("input[type=radio][name='Input.Name']").Length.ShouldBe(2);
        field.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("esim");
    }

    [Fact]
    public async Task A_box_that_is_not_ticked_is_sent_as_false()
    {
        _state.SetModelValue("Input.Name", new[] { "true", "false" }, "true,false");

        var field = await RenderAsync(new CheckFieldTagHelper { Label = "Shell.Me" }, false);

        field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
        field.QuerySelector("input[type=hidden]")!.GetAttribute("value").ShouldBe("false");
    }

    [Fact]
    public async Task A_select_shows_what_is_chosen()
    {
        var field = await RenderAsync(new SelectFieldTagHelper { Label = "Shell.Me", Optional = true, Items = [new("Ett", "1"), new("Två", "2")] }, "2");

        field.QuerySelector("option[selected]")!.TextContent.ShouldBe("Två");
        field.QuerySelector("label")!.TextContent.ShouldBe("Mina uppgifter (frivilligt)");
    }

    private async Task<IElement> RenderAsync(FieldBase helper, object? value, params (string Name, string Value)[] attributes)
    {
        using var reader = new InLanguage("sv");
        var action = new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor(), _state);
        helper.ViewContext = new ViewContext(action, Substitute.For<IView>(), new ViewDataDictionary(_metadata, _state),
            Substitute.For<ITempDataDictionary>(), TextWriter.Null, new HtmlHelperOptions());
        helper.For = new ModelExpression("Input.Name", _metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value));
        var context = new TagHelperContext([], new Dictionary<object, object>(), "1");
        var output = new TagHelperOutput("field", [.. attributes.Select(a => new TagHelperAttribute(a.Name, a.Value))],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!.FirstElementChild!;
    }
}
