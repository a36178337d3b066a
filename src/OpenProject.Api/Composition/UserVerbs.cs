using System.CommandLine;
using OpenProject.Application.Users;

namespace OpenProject.Api.Composition;

/// <summary><c>user create</c>: accounts.</summary>
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
        return new Command("user", "Accounts of people and programs.") { create };
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
}
