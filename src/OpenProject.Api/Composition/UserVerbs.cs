using System.CommandLine;
using OpenProject.Application.Users;

namespace OpenProject.Api.Composition;

/// <summary><c>user create</c>, <c>user avatar</c>: accounts.</summary>
internal static class UserVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var login = Required("--login", "The name to sign in with.");
        var email = Required("--email", "The e-mail address.");
        var firstName = Required("--first-name", "The first name.");
        var lastName = Required("--last-name", "The last name.");
        var admin = new Option<bool>("--admin") { Description = "Make an administrator." };
        var given = new Option<bool>("--password-stdin") { Description = "Take the password from the first line of the standard input; otherwise one is made and printed." };
        var keep = new Option<bool>("--keep-password") { Description = "The password need not be changed at the first sign-in." };
        var create = new Command("create", "Makes an active account.") { login, email, firstName, lastName, admin, given, keep };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var isGiven = parsed.GetValue(given);
            var password = isGiven ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : services.GetRequiredService<PasswordService>().NewText();
            var account = new NewAccount(
                parsed.GetRequiredValue(login), parsed.GetRequiredValue(firstName), parsed.GetRequiredValue(lastName), parsed.GetRequiredValue(email), parsed.GetValue(admin));
            var id = await services.GetRequiredService<UserService>().CreateAsync(account, password, mustChange: !parsed.GetValue(keep), cancellationToken);
            return isGiven
                ? new Printout($"User {id}", new { Id = id, account.Login })
                : new Printout($"User {id}, password, shown only this once: {password}", new { Id = id, account.Login, Password = password });
        });
        return new Command("user", "Accounts of people and programs.") { create, Avatar() };
    }

    private static Command Avatar()
    {
        var login = Required("--user", "Whose picture it is, by login.");
        var file = new Option<FileInfo?>("--file") { Description = "The picture: PNG, JPEG, GIF or WebP. Without it, the one that is there is taken away." };
        var avatar = new Command("avatar", "Sets somebody's picture, or takes it away.") { login, file };
        avatar.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var userId = await services.PersonAsync(parsed.GetRequiredValue(login), cancellationToken);
            var avatars = services.GetRequiredService<AvatarService>();
            if (parsed.GetValue(file) is not { } picture)
            {
                await avatars.RemoveAsync(userId, cancellationToken);
                return new Printout($"User {userId} has no picture.", new { Id = userId, Avatar = false });
            }

            // A file that is far too large need not be read to know it.
            var content = new byte[(int)Math.Min(picture.Length, Domain.Users.Avatar.ContentLimit + 1L)];
            await using (var stream = picture.OpenRead())
                await stream.ReadExactlyAsync(content, cancellationToken);
            await avatars.SetAsync(userId, content, cancellationToken);
            return new Printout($"User {userId} has a picture.", new { Id = userId, Avatar = true });
        });
        return avatar;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
}
