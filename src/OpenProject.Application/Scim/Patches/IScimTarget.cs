using System.Text.Json;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Patches;

/// <summary>A list that is not read to be changed: it takes down what shall happen to it.</summary>
internal interface IScimTarget
{
    /// <summary>The list.</summary>
    ScimAttribute Attribute { get; }

    /// <summary>Whether anything shall happen to it.</summary>
    bool IsChanged { get; }

    /// <summary>Takes a change down.</summary>
    /// <param name="kind">What shall happen.</param>
    /// <param name="filter">To which elements; null for all.</param>
    /// <param name="sub">To which part of them; null for the whole.</param>
    /// <param name="value">By what.</param>
    /// <exception cref="Common.ProblemException">It cannot happen.</exception>
    void Change(ScimOperationKind kind, ScimFilter? filter, ScimAttribute? sub, JsonElement? value);
}
