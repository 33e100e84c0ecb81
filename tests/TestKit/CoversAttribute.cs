namespace Connect.TestKit;

/// <summary>Says which sentence of product.md a test shows; <c>./build.sh --target=Covered</c> lists them.</summary>
/// <param name="id">Such as <c>SVC-6</c>.</param>
/// <param name="what">The part of it, in a few words.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class CoversAttribute(string id, string what = "") : Attribute
{
    public string Id { get; } = id;
    public string What { get; } = what;
}
