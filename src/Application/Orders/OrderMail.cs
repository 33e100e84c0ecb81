using Connect.Application.Messages;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>Tells whoever ordered by mail that the order is delivered, or that nothing comes of it; not when they called it off themselves.</summary>
public sealed class OrderMail(IUserNotices notices, IMessages messages, MessageTexts texts, IOrderRepository orders)
{
    /// <param name="order">It has ended.</param>
    public async Task SendAsync(Order order, CancellationToken cancellation)
    {
        if (order.Data.OrderedById is not { } userId || order.State == OrderState.Cancelled && order.Data.CancelledById == userId) return;
        var notice = order.State == OrderState.Delivered ? UserNotice.OrderDelivered : UserNotice.OrderRejected;
        if (await notices.ReaderAsync(userId, notice, order.Data.AccountId, cancellation) is not { } reader) return;
        var service = await orders.ServiceNameAsync(order.Id, cancellation);
        var (subject, text) = texts.OrderEnded(reader, order.Data, service);
        await messages.MailAsync(new Mail { To = reader.Email, Subject = subject, Text = text, OrganisationId = reader.OrganisationId, UserId = reader.UserId }, cancellation);
    }
}
