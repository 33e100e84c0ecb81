namespace Connect.Application.Common.Messaging;

/// <summary>A query that shows secrets, called numbers or exports: each showing is written to the audit log. Commands always are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute : Attribute;

/// <summary>A command too frequent or too empty for the audit log (such as touching a session). Its handler says why.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
