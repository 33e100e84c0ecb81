using Connect.Domain.Common;

namespace Connect.Application.Invoices;

/// <summary>Who sends the invoices, as they tell it: section <c>Operator</c> of the configuration. What is not set is left out.</summary>
public sealed class InvoiceIssuer
{
    /// <summary>Name of the portal; also of the company where <see cref="CompanyName"/> is not set.</summary>
    public string Name { get; init; } = "Connect";

    public string? CompanyName { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? VatNumber { get; init; }
    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }

    /// <summary>Approved for F-tax, which an invoice says.</summary>
    public bool FTax { get; init; } = true;

    public string? Bankgiro { get; init; }

    /// <summary>A digit of the payment references tells their length: the bank's agreement on OCR says whether. Loaded references are checked by it.</summary>
    public bool ReferenceHasLengthDigit { get; init; }

    /// <summary><c>#rrggbb</c>.</summary>
    public string? AccentColour { get; init; }

    /// <summary>A file with the logo for invoices, PNG or JPEG; without it the name and the portal's mark.</summary>
    public string? InvoiceLogo { get; init; }

    public string? SupportPhone { get; init; }
    public string? SupportEmail { get; init; }
    public string? SupportUrl { get; init; }

    /// <summary>Name of the company.</summary>
    public string Company => CompanyName ?? Name;

    /// <summary>A mistake in the configuration stops the start, with what to write instead.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (OrganisationNumber is not null && !Domain.Common.OrganisationNumber.TryParse(OrganisationNumber, out _)) yield return "Operator:OrganisationNumber is ten digits such as 556036-0793; the check digit is wrong or there are too few.";
        if (VatNumber is not null && !(VatNumber.Length == 14 && VatNumber.StartsWith("SE", StringComparison.Ordinal) && VatNumber[2..].All(char.IsAsciiDigit))) yield return "Operator:VatNumber is SE and twelve digits, such as SE556036079301.";
        if (Bankgiro is not null && !IsBankgiro(Bankgiro)) yield return "Operator:Bankgiro is seven or eight digits with a check digit, such as 991-2346.";
        if (InvoiceLogo is not null && !File.Exists(InvoiceLogo)) yield return $"Operator:InvoiceLogo: there is no file {InvoiceLogo}.";
    }

    private static bool IsBankgiro(string number)
    {
        var digits = number.Replace("-", "", StringComparison.Ordinal);
        return digits.Length is 7 or 8 && digits.All(char.IsAsciiDigit) && Luhn.IsValid(digits);
    }
}
