using Connect.Application.Accounts;
using FluentValidation;

namespace Connect.Application.Views;

internal static class ViewRules
{
    /// <summary>A view's name: a line of up to 60 signs.</summary>
    public static IRuleBuilderOptions<T, string?> ViewName<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop).NotEmpty().Line(60);
}
