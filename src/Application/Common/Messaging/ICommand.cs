using MediatR;

namespace Connect.Application.Common.Messaging;

/// <summary>A request that changes something. Runs in one transaction and leaves an audit row.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>A command that answers nothing.</summary>
public interface ICommand : ICommand<Unit>;

/// <summary>A request that only reads.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>
/// A command that is carried out once however often it is sent: the first answer is given again.
/// The same id with other content is a conflict (<c>RequestReused</c>).
/// </summary>
public interface IOnce
{
    /// <summary>Made when the form is shown or by the API's caller (header <c>Idempotency-Key</c>).</summary>
    Guid RequestId { get; }
}
