using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "edit: nobody touches who has more, the last administrator stays, the user is told")]
public sealed class EditUserTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task Rights_and_reach_are_changed_with_before_and_after_in_the_audit_log()
    {
        await SendAsync(_scene.Edit(Right.ViewAccounts, Right.PlaceOrders) with { LimitsProducts = true, Products = [UserScene.Mobile] });
        var user = _scene.Saved.ShouldHaveSingleItem();
        (user.Account.Number, user.Version, string.Join(',', user.Rights)).ShouldBe(("100100", 4, "ViewAccounts,PlaceOrders"));
        user.Products.Products.ShouldBe([UserScene.Mobile]);
        _scene.Audit.Before!.ShouldContain("Account = 100001");
        _scene.Audit.After!.ShouldContain("Account = 100100");
        _scene.Log.Mails.ShouldBeEmpty("It is no change of the log-in.");
    }

    [Fact]
    public async Task Outside_the_reach_there_is_no_user() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Edit() with { UserId = Guid.CreateVersion7() }));

    [Fact]
    public async Task A_form_filled_in_before_somebody_elses_change_is_refused() =>
        await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Edit(Right.ViewSubscriptions) with { Version = 3 }));

    [Fact]
    public async Task A_user_with_more_than_oneself_is_not_touched_and_nothing_beyond_ones_own_is_given()
    {
        var scene = new UserScene(Right.ManageUsers, Right.ViewSubscriptions);
        (await Should.ThrowAsync<ForbiddenException>(() => HandlerOf(scene).Handle(scene.Edit(Right.ViewInvoices), default))).Code.ShouldBe("RightBeyondOwn");
        scene.Bo = scene.Bo with { Rights = new HashSet<Right> { Right.ViewInvoices } };
        (await Should.ThrowAsync<ForbiddenException>(() => HandlerOf(scene).Handle(scene.Edit(Right.ViewSubscriptions), default))).Code.ShouldBe("UserBeyondOwn");
        scene.Audit.About.ShouldBe(("User", scene.Bo.Id), "The refusal is told of the user.");
        scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_who_may_order_more_than_oneself_is_not_touched()
    {
        _scene.Limits = ProductLimits.To([UserScene.Mobile]);
        _scene.Bo = _scene.Bo with { Rights = new HashSet<Right> { Right.PlaceOrders } };
        (await Should.ThrowAsync<ForbiddenException>(() => SendAsync(_scene.Edit()))).Code.ShouldBe("UserBeyondOwn");
        _scene.Bo = _scene.Bo with { Products = ProductLimits.To([UserScene.Mobile]) };
        await SendAsync(_scene.Edit());
    }

    [Fact]
    public async Task A_changed_address_is_told_to_both_and_ends_open_links()
    {
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { Email = "ny@example.com", UserName = "bo", MobileNumber = null });
        _scene.Log.Mails.Select(mail => mail.To).ShouldBe(["bo@example.com", "ny@example.com", "bo@example.com", "bo@example.com"]);
        await _scene.Log.Links.Received(1).EndAllAsync(_scene.Bo.Id, Scene.Now, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Codes_by_SMS_turned_off_are_told_and_recovery_codes_go_with_the_last_factor()
    {
        _scene.Bo = _scene.Bo with { SmsTwoFactor = true };
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { SmsTwoFactor = false });
        _scene.Log.Mails.ShouldHaveSingleItem().Text.ShouldContain("slagits av");
        _scene.Log.RecoveryHashes.ShouldHaveSingleItem().ShouldBeEmpty();
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    [Covers("AUTH-5", "sessions end with the factor that opened them")]
    public async Task Recovery_codes_stay_with_the_app_and_a_number_that_no_code_goes_to_opens_nothing()
    {
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { MobileNumber = "070-174 06 99" });
        await _scene.Log.Sessions.DidNotReceiveWithAnyArgs().EndAllAsync(default, default, default);
        _scene.Bo = _scene.Bo with { SmsTwoFactor = true };
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { MobileNumber = "070-174 06 99" });
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        _scene.Log.RecoveryHashes.ShouldBeEmpty();
        _scene.Log.TwoFactor.FindAsync(_scene.Bo.Id, Arg.Any<CancellationToken>()).Returns(new StoredAuthenticator { Secret = "secret" });
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { MobileNumber = null, SmsTwoFactor = false });
        await _scene.Log.Sessions.Received(2).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        _scene.Log.RecoveryHashes.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_who_has_not_taken_up_the_invitation_gets_a_new_one_at_the_new_address()
    {
        _scene.Bo = _scene.Bo with { HasPassword = false };
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { UserName = "bosse" });
        _scene.Log.Mails.ShouldBeEmpty();
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { Email = "ny@example.com" });
        var mail = _scene.Log.Mails.ShouldHaveSingleItem();
        (mail.To, mail.IsSecret).ShouldBe(("ny@example.com", true));
    }

    [Fact]
    public async Task One_can_take_from_oneself_but_not_change_what_one_logs_in_with()
    {
        _scene.ActOnOneself();
        await SendAsync(_scene.Edit(Right.ManageUsers));
        _scene.Saved.ShouldHaveSingleItem().Rights.ShouldBe([Right.ManageUsers]);
        (EditUser, string)[] changes =
        [
            (_scene.Edit(Right.ManageUsers) with { UserName = "annan" }, "UserName"), (_scene.Edit(Right.ManageUsers) with { Email = "annan@example.com" }, "Email"),
            (_scene.Edit(Right.ManageUsers) with { ContactPersonId = _scene.Accounts.Person.Id }, "ContactPersonId"), (_scene.Edit(Right.ManageUsers) with { MobileNumber = null }, "MobileNumber"), (_scene.Edit(Right.ManageUsers) with { SmsTwoFactor = true }, "SmsTwoFactor"),
        ];
        foreach (var (change, field) in changes) await RefusedAsync(change, "OwnDetails", field);
    }

    [Fact]
    public async Task A_name_that_the_operator_gave_stays_and_one_that_is_chosen_has_its_signs()
    {
        _scene.Bo = _scene.Bo with { UserName = "bo@nordvik.example" };
        await SendAsync(_scene.Edit(Right.ViewSubscriptions) with { Language = "en" });
        _scene.Saved.ShouldHaveSingleItem().UserName.ShouldBe("bo@nordvik.example");
        await RefusedAsync(_scene.Edit(Right.ViewSubscriptions) with { UserName = "anna@nordvik.example" }, "UserNameSigns", "UserName");
    }

    [Fact]
    public async Task What_the_agreement_does_not_offer_at_present_is_kept_and_cannot_be_added()
    {
        _scene.Bo = _scene.Bo with { Rights = new HashSet<Right> { Right.PlaceOrders }, Products = ProductLimits.To([UserScene.Mobile, UserScene.Foreign]) };
        await SendAsync(_scene.Edit(Right.PlaceOrders) with { LimitsProducts = true, Products = [UserScene.Broadband] });
        _scene.Saved.ShouldHaveSingleItem().Products.Products.ShouldBe([UserScene.Broadband, UserScene.Foreign], ignoreOrder: true);
        await RefusedAsync(_scene.Edit(Right.PlaceOrders) with { LimitsProducts = true, Products = [Guid.CreateVersion7()] }, "ProductUnknown", "Products");
    }

    [Fact]
    public async Task A_right_that_does_nothing_alone_stays_with_who_has_it_so_and_is_given_to_nobody()
    {
        using var reader = new InLanguage("sv");
        _scene.Bo = _scene.Bo with { Rights = new HashSet<Right> { Right.ManageSubscriptions } };
        await SendAsync(_scene.Edit(Right.ManageSubscriptions, Right.ViewInvoices));
        _scene.Saved.ShouldHaveSingleItem().Rights.ShouldBe([Right.ManageSubscriptions, Right.ViewInvoices], ignoreOrder: true);
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(_scene.Edit(Right.ManageSubscriptions, Right.ViewCalledNumbers)));
        refused.Problems.ShouldHaveSingleItem().Arguments[0].ShouldBe("Se B-nummer");
        _scene.Bo = _scene.Bo with { Rights = new HashSet<Right> { Right.ManageSubscriptions, Right.ViewSubscriptions } };
        await Should.ThrowAsync<InvalidInputException>(() => SendAsync(_scene.Edit(Right.ManageSubscriptions)));
    }

    [Fact]
    public async Task The_last_administrator_keeps_right_and_reach()
    {
        _scene.Bo = _scene.Bo with { Account = new(_scene.Accounts.Account.Id, "100100", IsRoot: true), Rights = new HashSet<Right> { Right.ManageUsers } };
        await RefusedAsync(_scene.Edit(Right.ViewSubscriptions), "LastAdministrator", null);
        _scene.Saved.ShouldBeEmpty();
        _scene.Repository.HasOtherAdministratorAsync(Scene.Reach, _scene.Bo.Id, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(_scene.Edit(Right.ViewSubscriptions));
        _scene.Saved.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_as_it_was_is_not_written()
    {
        _scene.Bo = _scene.Bo with { Account = new(_scene.Accounts.Account.Id, "100100", IsRoot: true) };
        await SendAsync(_scene.Edit(Right.ViewSubscriptions));
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_has_its_shape()
    {
        new EditUser.Validator().Problems(_scene.Edit(Right.ViewAccounts)).ShouldBeEmpty();
        new EditUser.Validator().Problems(_scene.Edit((Right)0) with { UserName = "", Email = "", MobileNumber = "x", Account = "" })
            .ShouldBe(["Account NotEmptyValidator", "UserName NotEmptyValidator", "Email NotEmptyValidator", "MobileNumber MobileNumber", "Rights RightUnknown"]);
    }

    private async Task RefusedAsync(EditUser command, string code, string? field)
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(command));
        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    private Task SendAsync(EditUser command) => HandlerOf(_scene).Handle(command, default);

    private static EditUser.Handler HandlerOf(UserScene scene) => new(scene.Desk, scene.Grants, scene.Ways, scene.Notices, scene.Invitation);
}
