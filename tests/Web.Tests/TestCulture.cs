using System.Globalization;
using Connect.Application.Common.Texts;

[assembly: AssemblyFixture(typeof(Connect.Web.Tests.TestCulture))]

namespace Connect.Web.Tests;

/// <summary>
/// Tests read the portal's first language, whichever the machine and its tools speak and whether or not a portal has been started before them.
/// A fixture of the assembly: the test platform sets a language of its own when it starts.
/// </summary>
public sealed class TestCulture
{
    public TestCulture() => (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (Text.Swedish, Text.Swedish);
}
