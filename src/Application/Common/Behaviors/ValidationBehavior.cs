using Connect.Application.Common.Errors;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Common.Behaviors;

/// <summary>Checks the shape of the input with the message's own validators. No database here.</summary>
internal sealed class ValidationBehavior<TRequest, TResult>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var problems = validators
            .SelectMany(validator => validator.Validate(request).Errors)
            .Select(InputProblems.Of)
            .ToList();
        return problems.Count == 0 ? next() : throw new InvalidInputException(problems);
    }
}

/// <summary>What is wrong with the shape of a message.</summary>
public static class InputProblems
{
    /// <summary>What the message's validators would refuse, where it is not to be sent.</summary>
    public static IReadOnlyList<InputProblem> Of(object message, IServiceProvider services) =>
        [.. services.GetServices(typeof(IValidator<>).MakeGenericType(message.GetType())).Cast<IValidator>()
            .SelectMany(validator => validator.Validate(new ValidationContext<object>(message)).Errors).Select(Of)];

    internal static InputProblem Of(ValidationFailure failure) => new(failure.PropertyName, failure.ErrorCode, Arguments(failure));

    // The limits that the built-in rules know, in the order that the texts use them.
    private static object[] Arguments(ValidationFailure failure)
    {
        string[] names = ["MinLength", "MaxLength", "From", "To", "ComparisonValue"];
        var values = failure.FormattedMessagePlaceholderValues ?? []; // rules of our own have none
        return [.. names.Where(values.ContainsKey).Select(name => values[name]).OfType<object>()];
    }
}
