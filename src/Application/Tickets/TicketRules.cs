using Connect.Application.Common.Texts;
using Connect.Domain.Tickets;
using FluentValidation;

namespace Connect.Application.Tickets;

/// <summary>What may be written in a ticket, and how it is kept.</summary>
internal static class TicketRules
{
    public static IRuleBuilderOptions<T, string> TicketText<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Clean(text).Length > 0).WithErrorCode("NotEmptyValidator").MaximumLength(TicketMessage.TextLength);

    /// <summary>One form of each sign, line breaks as \n, no other control characters, no outer space.</summary>
    public static string Clean(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => TypedText.Signs(line.Replace('\t', ' ')).TrimEnd())).Trim().Normalize();
}
