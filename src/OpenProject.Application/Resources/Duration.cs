namespace OpenProject.Application.Resources;

/// <summary>A length of time, in whole minutes; on the wire ISO 8601 (<c>PT5H30M</c>).</summary>
public readonly record struct Duration(int Minutes)
{
    /// <summary>The duration of a nullable number of minutes.</summary>
    public static Duration? Of(int? minutes) => minutes is { } m ? new Duration(m) : null;
}
