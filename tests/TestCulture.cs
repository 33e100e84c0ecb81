using System.Globalization;

[assembly: AssemblyFixture(typeof(Connect.Tests.TestCulture))]

namespace Connect.Tests;

/// <summary>
/// Tests of every project read the portal's first language, whichever the machine and its tools speak and whether or not a portal has been started
/// before them. A fixture of the assembly: the test platform sets a language of its own when it starts.
/// </summary>
public sealed class TestCulture
{
    public TestCulture()
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (swedish, swedish);
    }
}
