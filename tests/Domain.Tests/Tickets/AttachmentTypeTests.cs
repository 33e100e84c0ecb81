using System.Text;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Domain.Tests.Tickets;

[Covers("TIC-2", "attachments of kinds that are taken, by name and content")]
public sealed class AttachmentTypeTests
{
    [Theory]
    [InlineData("faktura.pdf", "%PDF-1.7 …", "application/pdf")]
    [InlineData("FAKTURA.PDF", "%PDF-1.7 …", "application/pdf")]
    [InlineData("logg.txt", "rad ett\r\nrad två åäö", "text/plain")]
    [InlineData("lista.csv", "a;b", "text/csv")]
    [InlineData("avtal.docx", "PK\u0003\u0004…", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("allt.zip", "PK\u0003\u0004…", "application/zip")]
    [InlineData("bild.gif", "GIF89a", "image/gif")]
    public void Name_and_content_agree(string name, string content, string type) => AttachmentType.Of(name, Encoding.UTF8.GetBytes(content))!.ContentType.ShouldBe(type);

    [Fact]
    public void Pictures_are_known_by_their_first_bytes()
    {
        AttachmentType.Of("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])!.ContentType.ShouldBe("image/png");
        AttachmentType.Of("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0])!.ContentType.ShouldBe("image/jpeg");
        AttachmentType.Of("a.png", [0xFF, 0xD8, 0xFF, 0xE0]).ShouldBeNull();
    }

    [Theory]
    [InlineData("sida.html", "<html>")]
    [InlineData("bild.svg", "<svg onload=alert(1)>")]
    [InlineData("program.exe", "MZ")]
    [InlineData("program.pdf", "MZ\u0090\u0000")]
    [InlineData("faktura.pdf.exe", "%PDF-1.7")]
    [InlineData("bild.png", "<script>alert(1)</script>")]
    [InlineData("text.txt", "MZ\u0000\u0001")]
    [InlineData("allt.zip", "Rar!")]
    [InlineData("utan ändelse", "%PDF-1.7")]
    [InlineData(".pdf", "%PDF-1.7")]
    public void Anything_else_is_none(string name, string content) => AttachmentType.Of(name, Encoding.Latin1.GetBytes(content)).ShouldBeNull();

    [Theory]
    [InlineData("bild.png", "bild.png")]
    [InlineData(@"C:\Users\Anna\bild.png", "bild.png")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf")]
    [InlineData("a\"b<c>|d.pdf", "abcd.pdf")]
    [InlineData("faktura\u202Efdp.exe", "fakturafdp.exe")]
    [InlineData(" .. ", "")]
    [InlineData(null, "")]
    public void A_name_is_a_name_and_no_way(string? name, string clean) => AttachmentType.CleanName(name).ShouldBe(clean);

    [Fact]
    public void A_long_name_keeps_its_ending() => AttachmentType.CleanName(new string('å', 300) + ".pdf").ShouldSatisfyAllConditions(n => n.Length.ShouldBe(200), n => n.ShouldEndWith("å.pdf"));
}
