using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Views;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>LIST 7: names the view of a list that the query holds. A name that is used already is refused until its view is to be replaced.</summary>
internal sealed class NewModel : PortalPage
{
    private const string Shared = "shared", Start = "start";

    [FromRoute] public string List { get; set; } = "";

    [BindProperty] public NewViewInput Input { get; set; } = new();

    /// <summary>What would be saved.</summary>
    public ListExportView Asked { get; private set; } = null!;

    /// <summary>The user has a view of that name already.</summary>
    public bool IsUsed { get; private set; }

    public static IEnumerable<Choice> Choices =>
    [
        new(Shared, Text.Get("Views.Shared"), Text.Get("Views.SharedHint")),
        new(Start, Text.Get("Views.Start"), Text.Get("Views.StartHint")),
    ];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => Submit(
        new SaveView(List, Input.Name ?? "", Request.QueryString.Value, Input.Choices.Contains(Shared), Input.Choices.Contains(Start), Input.ReplacesUsed),
        saved => Confirm(Text.Get("Views.Saved", Input.Name!.Trim()), ListView.Named($"/{List}", saved.Query)), nameof(Input));

    protected override async Task LoadAsync()
    {
        Asked = await SendAsync(new GetListExport(List, Request.QueryString.Value));
        IsUsed = (await SendAsync(new ListSavedViews(List))).Any(view => view.IsOwn && string.Equals(view.Name, Input.Name?.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    internal sealed class NewViewInput
    {
        public string? Name { get; set; }
        public bool Replaces { get; set; }

        /// <summary>The name that <see cref="Replaces"/> was asked about; another one is asked about anew.</summary>
        public string? Used { get; set; }

        public bool ReplacesUsed => Replaces && string.Equals(Used?.Trim(), Name?.Trim(), StringComparison.OrdinalIgnoreCase);

        public IList<string> Choices { get; set; } = [];
    }
}
