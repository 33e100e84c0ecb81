using System.Globalization;
using System.Runtime.CompilerServices;
using Connect.Application.Common.Texts;

namespace Connect.Web.Tests;

/// <summary>Tests read the portal's first language, whichever the machine speaks and whether or not a portal has been started before them.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    public static void Set() => (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (Text.Swedish, Text.Swedish);
}
