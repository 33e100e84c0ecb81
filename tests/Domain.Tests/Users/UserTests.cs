using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Domain.Tests.Users;

[Covers("USR-2", "nobody can give or touch what they do not have themselves")]
[Covers("RIGHT-3", "nobody can give a right, or a reach, that they do not have themselves")]
public sealed class UserTests
{
    private static readonly Guid One = Guid.CreateVersion7(), Two = Guid.CreateVersion7();

    [Fact]
    public void Limits_cover_what_is_within_them()
    {
        var (some, fewer) = (ProductLimits.To([One, Two]), ProductLimits.To([One]));
        (ProductLimits.None.Cover(some), some.Cover(fewer), some.Cover(some)).ShouldBe((true, true, true));
        (some.Cover(ProductLimits.None), fewer.Cover(some)).ShouldBe((false, false), "Everything is more than some.");
        (ProductLimits.None.Allow(One), fewer.Allow(One), fewer.Allow(Two)).ShouldBe((true, true, false));
    }

    [Fact]
    public void Rights_are_given_by_whoever_has_them()
    {
        var acting = Acting(Right.ManageUsers, Right.ViewAccounts);
        (acting.MayGive([]), acting.MayGive([Right.ViewAccounts]), acting.MayGive([Right.ViewAccounts, Right.ViewInvoices])).ShouldBe((true, true, false));
        (acting.MayManage(Bo(Right.ViewAccounts)), acting.MayManage(Bo(Right.ViewInvoices))).ShouldBe((true, false));
    }

    [Fact]
    public void Products_matter_to_those_who_can_order()
    {
        var acting = Acting(Right.PlaceOrders, Right.ViewAccounts) with { Products = ProductLimits.To([One]) };
        acting.MayGive([Right.ViewAccounts], ProductLimits.None).ShouldBeTrue();
        acting.MayGive([Right.PlaceOrders], ProductLimits.None).ShouldBeFalse();
        acting.MayGive([Right.PlaceOrders], ProductLimits.To([One])).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, true, true, Right.ManageUsers, true)]
    [InlineData(false, true, true, Right.ManageUsers, false)]
    [InlineData(true, false, true, Right.ManageUsers, false)]
    [InlineData(true, true, false, Right.ManageUsers, false)]
    [InlineData(true, true, true, Right.ManageAccounts, false)]
    public void An_administrator_reaches_all_can_log_in_and_manages_users(bool active, bool password, bool root, Right right, bool counts) =>
        (Bo(right) with { IsActive = active, HasPassword = password, Account = new(One, "1", root) }).IsAdministrator.ShouldBe(counts);

    [Fact]
    public void What_is_as_it_was_is_no_change()
    {
        var data = Bo(Right.PlaceOrders) with { Products = ProductLimits.To([One, Two]) };
        var user = new User(data);
        user.Edit(Details(data) with { Products = ProductLimits.To([Two, One]), Rights = new HashSet<Right> { Right.PlaceOrders } }, Acting());
        user.HasChanged.ShouldBeFalse();
        user.Edit(Details(data) with { Products = ProductLimits.To([One]) }, Acting());
        user.HasChanged.ShouldBeTrue();
    }

    [Fact]
    public void Limits_are_kept_of_those_who_can_order_only()
    {
        var user = User.New(One, Details(Bo(Right.ViewAccounts)) with { Products = ProductLimits.To([One]) });
        (user.Data.Products.AreOn, user.HasChanged, user.Data.HasPassword).ShouldBe((false, true, false));
    }

    private static ActingUser Acting(params Right[] rights) => new(Guid.CreateVersion7(), rights.ToHashSet(), ProductLimits.None);

    private static UserData Bo(params Right[] rights) => new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = One, ExternalId = "U1", ContactPersonId = Two, ContactPersonName = "Bo Ek", Account = new(One, "1", false), UserName = "bo", Email = "bo@example.com", Language = "sv",
        Rights = rights.ToHashSet(), HasPassword = true, Version = 1,
    };

    private static UserDetails Details(UserData user) => new()
    {
        Account = user.Account, ContactPersonId = user.ContactPersonId, ContactPersonName = user.ContactPersonName, UserName = user.UserName, Email = user.Email, Language = user.Language, Rights = user.Rights, Products = user.Products,
    };
}
