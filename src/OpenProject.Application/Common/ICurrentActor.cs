namespace OpenProject.Application.Common;

/// <summary>In whose name the present scope (a request, a job) changes things; journals carry it.</summary>
public interface ICurrentActor
{
    /// <summary>The user's id; null while nobody is known, and then nothing journaled can be saved.</summary>
    long? Id { get; }

    /// <summary>The program that acts for the user by its own judgement; null where he acts himself.</summary>
    string? Agent { get; }

    /// <summary>Whether nobody is to be told of what it changes.</summary>
    bool IsQuiet { get; }
}
