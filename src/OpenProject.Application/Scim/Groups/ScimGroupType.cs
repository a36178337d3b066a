using System.Linq.Expressions;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Columns;
using OpenProject.Application.Scim.Filters;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Scim.Groups;

/// <summary>Groups (RFC 7643 section 4.2) of users; they do not nest.</summary>
public sealed class ScimGroupType : ScimResourceType<Group, ScimGroupRow>
{
    /// <summary>The type of members that there are.</summary>
    public const string MemberKind = "User";

    /// <summary>The name of a member's part that is its id.</summary>
    public const string ValueName = "value";

    /// <summary>The name of a member's part that is its type.</summary>
    public const string TypeName = "type";

    /// <summary>The name of a member's part that is its name.</summary>
    public const string DisplayPart = "display";

    /// <summary>The name of a member's part that is its address.</summary>
    public const string ReferenceName = "$ref";

    private readonly ScimList<Group, GroupMember> members;

    /// <summary>Declares the type.</summary>
    public ScimGroupType()
        : base("Group", "Groups", "Group")
    {
        DisplayName = new ScimAttribute("displayName", ScimType.String) { Required = true, Demanded = true };
        Value = new ScimAttribute(ValueName, ScimType.String) { Required = true, Mutability = ScimMutability.Immutable, CaseExact = true };
        MemberType = new ScimAttribute(TypeName, ScimType.String) { Mutability = ScimMutability.Immutable, OnRequest = true, CanonicalValues = [MemberKind] };
        Display = new ScimAttribute(DisplayPart, ScimType.String) { Mutability = ScimMutability.Immutable, OnRequest = true };
        Reference = new ScimAttribute(ReferenceName, ScimType.Reference) { Mutability = ScimMutability.Immutable, CaseExact = true, OnRequest = true, Unpublished = true };
        Members = new ScimAttribute("members", ScimType.Complex) { MultiValued = true, MostElements = int.MaxValue, SubAttributes = [Value, MemberType, Display, Reference] };
        HasExternalId();
        Has(new ScimText<Group>(DisplayName, group => group.SortName), (row, _, _) => row.Name);
        members = new ScimList<Group, GroupMember>(
            Members,
            (condition, scope) =>
            {
                var groups = scope.Store.Rows<GroupMember>().Where(condition).Select(member => member.GroupId);
                return group => groups.Contains(group.Id);
            },
            new ScimNumbered<GroupMember>(Value, member => member.UserId),
            new ScimConstant<GroupMember>(MemberType, MemberKind),
            new ScimText<GroupMember>(Display, member => member.User.Name),
            new ScimNumbered<GroupMember>(Reference, member => member.UserId, scope => scope.Root + "/Users/"));
        Has(members, Tell);
        HasMeta();
        Published = [DisplayName, Members, ExternalId, Id];
    }

    /// <summary>The attribute <c>displayName</c>.</summary>
    public ScimAttribute DisplayName { get; }

    /// <summary>The attribute <c>members</c>.</summary>
    public ScimAttribute Members { get; }

    /// <summary>Its part <c>value</c>, the user's id.</summary>
    public ScimAttribute Value { get; }

    /// <summary>Its part <c>type</c>.</summary>
    public ScimAttribute MemberType { get; }

    /// <summary>Its part <c>display</c>, the user's name.</summary>
    public ScimAttribute Display { get; }

    /// <summary>Its part <c>$ref</c>, the user's address.</summary>
    public ScimAttribute Reference { get; }

    /// <summary>The condition over members that a filter means.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidFilter"/>.</exception>
    internal Expression<Func<GroupMember, bool>> OfMembers(ScimFilter filter, ScimScope scope) => members.OfElements(filter, scope);

    private ScimMembers Tell(ScimGroupRow row, ScimScope scope, ScimProjection projection) =>
        new(row.Members, [.. Members.SubAttributes.Where(part => projection.Wants(Members, part))], scope.Root + "/Users/");
}
