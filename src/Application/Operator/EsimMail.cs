using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Messages;
using Connect.Domain.Orders;

namespace Connect.Application.Operator;

/// <summary>The mail with an eSIM's activation code, as text and as QR code, in the language of whoever ordered it.</summary>
internal sealed class EsimMail(IMessages messages, IQrCode qrCode)
{
    /// <exception cref="InvalidInputException">The order is not for an eSIM.</exception>
    public Task SendAsync(Order order, string code, CancellationToken cancellation)
    {
        var wanted = order.Lines.Select(line => line.Detail.NewCard).FirstOrDefault(card => card?.Way == SimDeliveryWay.ESim)
            ?? throw new InvalidInputException("ActivationCode", "ActivationCodeNotWanted");
        CultureInfo reader = Text.Culture(wanted.Language);
        return messages.MailAsync(new Mail
        {
            To = wanted.Email!,
            Subject = Text.Get(reader, "Orders.EsimMailSubject", order.Number),
            Text = Text.Get(reader, order.Data.Type == OrderType.NewSubscription ? "Orders.EsimMailNew" : "Orders.EsimMail", order.Number, code),
            Attachments = [new MailAttachment("esim.png", "image/png", qrCode.Png(code))],
            IsSecret = true,
            OrganisationId = order.Data.OrganisationId,
            UserId = order.Data.OrderedById,
        }, cancellation);
    }
}
