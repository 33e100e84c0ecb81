namespace Connect.Web.TagHelpers;

/// <summary>What the fields of the page are called and in which order they stand, for the summary of errors above them.</summary>
internal sealed class FieldLabels
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    public static FieldLabels Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is FieldLabels known) return known;
        var made = new FieldLabels();
        context.Items[typeof(FieldLabels)] = made;
        return made;
    }

    public void Add(string field, string label)
    {
        if (_labels.TryAdd(field, label)) _order.Add(field);
        else _labels[field] = label;
    }

    public string? Find(string field) => _labels.GetValueOrDefault(field);

    /// <summary>Where the field stands on the page; what is about the form as a whole first, and what the page does not show last.</summary>
    public int PlaceOf(string field) => field.Length == 0 ? -1 : _order.FindIndex(known => known.Equals(field, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? place : int.MaxValue;
}
