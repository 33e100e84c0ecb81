namespace Connect.Application.Common.Ports;

/// <summary>Draws QR codes.</summary>
public interface IQrCode
{
    /// <summary>A PNG image of the text.</summary>
    byte[] Png(string text);
}
