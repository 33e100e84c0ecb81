namespace Connect.Web.TagHelpers;

/// <summary>What the fields of the page are called, for the summary of errors above them.</summary>
internal sealed class FieldLabels
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    public static FieldLabels Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is FieldLabels known) return known;
        var made = new FieldLabels();
        context.Items[typeof(FieldLabels)] = made;
        return made;
    }

    public void Add(string field, string label) => _labels[field] = label;

    public string? Find(string field) => _labels.GetValueOrDefault(field);
}
