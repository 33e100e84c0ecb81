namespace Connect.Application.Common.Messaging;

/// <summary>
/// A command whose handler opens its own transactions, because part of it takes longer than the write lock may be held
/// or must stay written although the command fails. Its audit row follows in a transaction of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnTransactionsAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
