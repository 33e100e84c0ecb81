using MediatR;

namespace Connect.Application.Common.Messaging;

/// <summary>
/// A command too long for one transaction: its handler opens its own, small ones, and can be sent again after a break.
/// Marked <see cref="AuditedAttribute"/>, it leaves one audit row when it has ended.
/// </summary>
public interface ILongCommand<out TResult> : IRequest<TResult>;
