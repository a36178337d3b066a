using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Columns;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Scim.Users;

/// <summary>Users (RFC 7643 section 4.1), as far as an account here has what they have.</summary>
public sealed class ScimUserType : ScimResourceType<User, ScimUserRow>
{
    private const string Work = "work";

    /// <summary>Declares the type.</summary>
    public ScimUserType()
        : base("User", "Users", "User Account")
    {
        Ignored = new HashSet<string>(
            [
                "nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone", "password", "phoneNumbers", "ims", "photos",
                "addresses", "entitlements", "roles", "x509Certificates", "name.formatted", "name.middleName", "name.honorificPrefix", "name.honorificSuffix",
            ],
            StringComparer.OrdinalIgnoreCase);
        Aliases["givenName"] = "name.givenName";
        Aliases["familyName"] = "name.familyName";
        UserName = Text("userName") with { Uniqueness = "server" };
        FamilyName = Text("familyName");
        GivenName = Text("givenName");
        PersonName = new ScimAttribute("name", ScimType.Complex) { Required = true, Demanded = true, SubAttributes = [FamilyName, GivenName] };
        Active = new ScimAttribute("active", ScimType.Boolean) { WhenRemoved = false };
        EmailValue = Text("value");
        EmailType = new ScimAttribute("type", ScimType.String);
        EmailPrimary = new ScimAttribute("primary", ScimType.Boolean);
        EmailDisplay = new ScimAttribute("display", ScimType.String) { Mutability = ScimMutability.ReadOnly };
        Emails = new ScimAttribute("emails", ScimType.Complex) { MultiValued = true, Required = true, Demanded = true, SubAttributes = [EmailValue, EmailDisplay, EmailType, EmailPrimary] };
        DisplayName = new ScimAttribute("displayName", ScimType.String);
        DeclareOwn();
        Groups = DeclareGroups();
        HasMeta();
        Published = [UserName, PersonName, Active, Emails, Groups, ExternalId, Id, DisplayName];
    }

    /// <summary>The attribute <c>userName</c>.</summary>
    public ScimAttribute UserName { get; }

    /// <summary>The attribute <c>name</c>.</summary>
    public ScimAttribute PersonName { get; }

    /// <summary>Its part <c>familyName</c>.</summary>
    public ScimAttribute FamilyName { get; }

    /// <summary>Its part <c>givenName</c>.</summary>
    public ScimAttribute GivenName { get; }

    /// <summary>The attribute <c>active</c>.</summary>
    public ScimAttribute Active { get; }

    /// <summary>The attribute <c>emails</c>, of which one is kept.</summary>
    public ScimAttribute Emails { get; }

    /// <summary>Its part <c>value</c>.</summary>
    public ScimAttribute EmailValue { get; }

    /// <summary>Its part <c>type</c>.</summary>
    public ScimAttribute EmailType { get; }

    /// <summary>Its part <c>primary</c>.</summary>
    public ScimAttribute EmailPrimary { get; }

    /// <summary>Its part <c>display</c>, which none has.</summary>
    public ScimAttribute EmailDisplay { get; }

    /// <summary>The attribute <c>displayName</c>.</summary>
    public ScimAttribute DisplayName { get; }

    /// <summary>The attribute <c>groups</c>.</summary>
    public ScimAttribute Groups { get; }

    /// <summary>The address that counts among some: the primary one, else one for work, else the first.</summary>
    public string? EmailOf(ScimRecord record)
    {
        var list = record.List(Emails).Where(email => !string.IsNullOrWhiteSpace(email.Text(EmailValue))).ToList();
        var chosen = list.Find(email => email[EmailPrimary] is true)
            ?? list.Find(email => string.Equals(email.Text(EmailType), Work, StringComparison.OrdinalIgnoreCase))
            ?? list.FirstOrDefault();
        return chosen?.Text(EmailValue);
    }

    private static ScimAttribute Text(string name) => new(name, ScimType.String) { Required = true, Demanded = true };

    private void DeclareOwn()
    {
        HasExternalId();
        Has(new ScimText<User>(UserName, user => user.Login), (row, _, _) => row.Login);
        Has(new ScimComplex<User>(PersonName, new ScimText<User>(FamilyName, user => user.LastName), new ScimText<User>(GivenName, user => user.FirstName)), (row, _, _) =>
        {
            var name = new ScimRecord(2);
            name.Set(GivenName, row.FirstName);
            name.Set(FamilyName, row.LastName);
            return name;
        });
        Has(new ScimText<User>(DisplayName, user => user.ProvidedName), (row, _, _) => row.ProvidedName);
        Has(new ScimFlag<User>(Active, user => user.Status == UserStatus.Active), (row, _, _) => row.Active);
        var emails = new ScimList<User, User>(
            Emails,
            (condition, _) => ((Expression<Func<User, bool>>)(user => user.Email != null)).And(condition),
            new ScimText<User>(EmailValue, user => user.Email),
            new ScimNothing<User>(EmailDisplay),
            new ScimConstant<User>(EmailType, Work),
            new ScimConstant<User>(EmailPrimary, value: true));
        Has(emails, (row, _, _) =>
        {
            if (row.Email is null)
                return null;
            var email = new ScimRecord(3);
            email.Set(EmailValue, row.Email);
            email.Set(EmailType, Work);
            email.Set(EmailPrimary, true);
            return new List<ScimRecord> { email };
        });
    }

    private ScimAttribute DeclareGroups()
    {
        ScimAttribute[] parts =
        [
            new("value", ScimType.String) { Mutability = ScimMutability.ReadOnly, CaseExact = true },
            new("display", ScimType.String) { Mutability = ScimMutability.ReadOnly },
            new("type", ScimType.String) { Mutability = ScimMutability.ReadOnly },
        ];
        var groups = new ScimAttribute("groups", ScimType.Complex) { MultiValued = true, Mutability = ScimMutability.ReadOnly, SubAttributes = parts };
        var node = new ScimList<User, GroupMember>(
            groups,
            (condition, scope) =>
            {
                var users = scope.Store.Rows<GroupMember>().Where(condition).Select(member => member.UserId);
                return user => users.Contains(user.Id);
            },
            new ScimNumbered<GroupMember>(parts[0], member => member.GroupId),
            new ScimNothing<GroupMember>(parts[1]),
            new ScimConstant<GroupMember>(parts[2], "direct"));
        Has(node, (row, _, _) =>
        {
            var list = new List<ScimRecord>(row.Groups.Count);
            foreach (var id in row.Groups)
            {
                var group = new ScimRecord(1);
                group.Set(parts[0], id.ToString(CultureInfo.InvariantCulture));
                list.Add(group);
            }

            return list;
        });
        return groups;
    }
}
