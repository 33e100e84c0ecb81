using Connect.Application.Common.Ports;
using QRCoder;

namespace Connect.Infrastructure.Documents;

internal sealed class QrCode : IQrCode
{
    private const int PixelsPerModule = 8;

    public byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return image.GetGraphic(PixelsPerModule);
    }
}
