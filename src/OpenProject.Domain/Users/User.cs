using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.Users;

/// <summary>A person with an account. The builtin users are kinds of it, so that authors of every kind are users.</summary>
public partial class User : Principal, ICustomized
{
    /// <summary>Longest login.</summary>
    public const int LoginLimit = 256;

    /// <summary>Longest first name, and longest last name.</summary>
    public const int PersonNameLimit = 255;

    /// <summary>Longest e-mail address.</summary>
    public const int EmailLimit = 255;

    /// <summary>Longest language code.</summary>
    public const int LanguageLimit = 8;

    /// <summary>Longest identity URL.</summary>
    public const int IdentityUrlLimit = 512;

    /// <summary>Longest stored password hash.</summary>
    public const int PasswordHashLimit = 512;

    /// <summary>The language of users who chose none.</summary>
    public const string DefaultLanguage = "en";

    private readonly List<CustomValue> customValues = [];

    private protected User()
    {
    }

    private protected User(PrincipalKind kind, DateTime now)
        : base(kind, now)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    /// <summary>The name to sign in with; unique whatever the case.</summary>
    public string Login { get; private set; } = "";

    /// <summary>First name.</summary>
    public string FirstName { get; private set; } = "";

    /// <summary>Last name.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>E-mail address, unique whatever the case; builtin users have none.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether the user is an administrator.</summary>
    public bool Admin { get; private set; }

    /// <summary>The state of the account.</summary>
    public UserStatus Status { get; private set; } = UserStatus.Active;

    /// <summary>Language code, e.g. <c>en</c>.</summary>
    public string Language { get; private set; } = DefaultLanguage;

    /// <summary>What an identity provider says is to be shown for the person. It is kept for the provider alone, and not <see cref="Principal.Name"/>.</summary>
    public string? ProvidedName { get; private set; }

    /// <summary>How an identity provider calls the user.</summary>
    public string? IdentityUrl { get; private set; }

    /// <summary>Whether the address is shown to administrators only.</summary>
    public bool HideEmail { get; private set; } = true;

    /// <summary>Hash of the password; null while none is set.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool ForcePasswordChange { get; private set; }

    /// <summary>Sessions that began under another number are over; a new password and a lock change it.</summary>
    public int SessionGeneration { get; private set; }

    /// <summary>How often in a row a password was tried that was not the user's; persistence counts, so that no two attempts count as one.</summary>
    public int FailedSignIns { get; private set; }

    /// <summary>When that was last, UTC; null when it never was.</summary>
    public DateTime? LastFailedSignInAt { get; private set; }

    /// <summary>Whether <see cref="Lock"/> would be allowed.</summary>
    public bool CanBeLocked => !IsBuiltin && Status != UserStatus.Locked;

    /// <summary>Whether <see cref="Unlock"/> would be allowed.</summary>
    public bool CanBeUnlocked => !IsBuiltin && Status == UserStatus.Locked;

    /// <summary>A new, active account that the verbs have still to fill: login, names and e-mail address are required.</summary>
    public static User Draft(DateTime now) => new(PrincipalKind.User, now);

    /// <summary>A new, active account.</summary>
    /// <exception cref="BrokenRule">A blank or too long value.</exception>
    public static User Create(string login, string firstName, string lastName, string email, DateTime now)
    {
        var user = Draft(now);
        user.SignInAs(login);
        user.CallFirstName(firstName);
        user.CallLastName(lastName);
        user.ReachAt(email);
        return user;
    }

    /// <summary>Gives the account another login.</summary>
    /// <exception cref="BrokenRule">Blank, too long, of other characters than letters, digits, space and <c>_-@.+</c>, or a word that paths use.</exception>
    public void SignInAs(string? login)
    {
        var text = TextRule.Required(login, "login", "Username", LoginLimit);
        if (!text.All(sign => char.IsLetterOrDigit(sign) || "_-@.+ ".Contains(sign, StringComparison.Ordinal)) || string.Equals(text, "me", StringComparison.OrdinalIgnoreCase))
            throw new BrokenRule("login", "Username is invalid.");
        Login = text;
    }

    /// <summary>Changes the first name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void CallFirstName(string? firstName)
    {
        FirstName = TextRule.Required(firstName, "firstName", "First name", PersonNameLimit);
        DisplayFullName();
    }

    /// <summary>Changes the last name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void CallLastName(string? lastName)
    {
        LastName = TextRule.Required(lastName, "lastName", "Last name", PersonNameLimit);
        DisplayFullName();
    }

    /// <summary>Changes the e-mail address.</summary>
    /// <exception cref="BrokenRule">Blank, too long, or not an address.</exception>
    public void ReachAt(string? email)
    {
        var text = TextRule.Required(email, "email", "Email", EmailLimit);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign)))
            throw new BrokenRule("email", "Email is invalid.");
        Email = text;
    }

    /// <summary>Shows the address to everybody who sees the user, or to administrators only.</summary>
    public void HideAddress(bool hide) => HideEmail = hide;

    /// <summary>Chooses a language; null means the default one.</summary>
    /// <exception cref="BrokenRule">Too long, or not a language code.</exception>
    public void Speak(string? language)
    {
        var code = TextRule.Optional(language, "language", "Language", LanguageLimit) ?? DefaultLanguage;
        if (!code.All(sign => char.IsAsciiLetter(sign) || sign == '-'))
            throw new BrokenRule("language", "Language is not set to one of the allowed values.");
        Language = code;
    }

    /// <summary>Ties the account to an identity provider's user, or to none.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void IdentifyBy(string? identityUrl) =>
        IdentityUrl = TextRule.Optional(identityUrl, "identityUrl", "Identity url", IdentityUrlLimit);

    /// <summary>Keeps what an identity provider says is to be shown for the person.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void ProvideName(string? name) => ProvidedName = TextRule.Optional(name, "displayName", "Display name", NameLimit);

    /// <summary>Makes the user an administrator, or no longer.</summary>
    public void Administrate(bool admin) => Admin = admin;

    /// <summary>Sets the password, given as hash, and ends the user's sessions.</summary>
    public void SetPassword(string hash, bool forceChange)
    {
        PasswordHash = hash;
        ForcePasswordChange = forceChange;
        SessionGeneration++;
    }

    /// <summary>Starts the account in another state than active; only while it is new.</summary>
    /// <exception cref="BrokenRule">The account is already stored.</exception>
    public void BeginAs(UserStatus status)
    {
        if (Id != 0)
            throw new BrokenRule("status", "Status cannot be changed this way.");
        Status = status;
    }

    /// <summary>Shuts the user out and ends his sessions.</summary>
    /// <exception cref="BrokenRule">Locked already, or builtin.</exception>
    public void Lock()
    {
        Status = CanBeLocked ? UserStatus.Locked : throw WrongTransition();
        SessionGeneration++;
    }

    /// <summary>Lets the user in again.</summary>
    /// <exception cref="BrokenRule">Not locked.</exception>
    public void Unlock() => Status = CanBeUnlocked ? UserStatus.Active : throw WrongTransition();

    /// <summary>An invited or registered user becomes active.</summary>
    /// <exception cref="BrokenRule">Neither invited nor registered.</exception>
    public void Activate() =>
        Status = Status is UserStatus.Invited or UserStatus.Registered ? UserStatus.Active : throw WrongTransition();

    private protected void BeBuiltin(string login, string name, UserStatus status)
    {
        Login = login;
        LastName = name;
        Status = status;
        Display(name, name);
    }

    private static BrokenRule WrongTransition() => new("status", "The current user account status does not allow this operation.");

    private void DisplayFullName() => Display($"{FirstName} {LastName}".Trim(), $"{LastName} {FirstName}".Trim());

    /// <inheritdoc/>
    public void Customize(long fieldId, IReadOnlyList<CustomValue> values) => CustomValue.Replace(customValues, fieldId, values);
}
