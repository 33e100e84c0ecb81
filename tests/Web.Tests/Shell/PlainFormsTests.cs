using System.Text;
using Connect.Web.Infrastructure;

namespace Connect.Web.Tests.Shell;

public sealed class PlainFormsTests
{
    [Theory]
    [InlineData("a=%00&b=x", "a=%01&b=x")]
    [InlineData("%00%00", "%01%01")]
    [InlineData("%0%00%000", "%0%01%010")]
    [InlineData("%2500 00%%00%", "%2500 00%%01%")]
    [InlineData("a=1", "a=1")]
    public async Task A_NUL_comes_through_as_a_sign_that_its_field_refuses(string sent, string read)
    {
        // However the network cuts it.
        for (var size = 1; size <= sent.Length; size++)
        {
            var stream = new PlainForms.NulStream(new MemoryStream(Encoding.ASCII.GetBytes(sent)));
            var (all, part) = (new List<byte>(), new byte[size]);
            while (await stream.ReadAsync(part, TestContext.Current.CancellationToken) is > 0 and var count) all.AddRange(part[..count]);
            Encoding.ASCII.GetString([.. all]).ShouldBe(read);
        }
    }
}
