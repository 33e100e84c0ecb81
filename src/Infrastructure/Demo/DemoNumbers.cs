using System.Globalization;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Numbers that belong to nobody: those that PTS keeps for fiction first (070-174 06 05 to 06 99), then a block of 079-9;
/// IMSI of the network 240 99; ICC, IMEI and organisation numbers with right check digits.
/// </summary>
internal static class DemoNumbers
{
    private const int Fictional = 95;

    /// <summary>Mobile number <paramref name="index"/>, E.164.</summary>
    public static string Mobile(int index) =>
        index < Fictional ? Written($"+467017406{index + 5:00}") : Written($"+46799{index - Fictional:000000}");

    /// <summary>Numbers of fixed lines kept for fiction (08-465 004 00 to 99), then a block of 010.</summary>
    public static string Fixed(int index) => index < 100 ? Written($"+4684650{index + 400:0000}") : Written($"+4610990{index:00000}");

    /// <summary>Machine to machine: 071 with 13 national digits.</summary>
    public static string Machine(int index) => Written($"+46719900{index:000000}");

    public static string Icc(long index) => WithCheckDigit(Written($"894699{index:000000000000}"));

    public static string Imsi(long index) => Written($"24099{index:0000000000}");

    public static string Imei(long index) => WithCheckDigit(Written($"35209900{index % 1_000_000:000000}"));

    public static string OrganisationNumber(int index) => WithCheckDigit(Written($"5599{index:00000}"));

    private static string WithCheckDigit(string digits) => digits + Luhn.CheckDigit(digits);

    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
