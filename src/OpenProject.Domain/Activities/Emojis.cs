using System.Collections.Frozen;

namespace OpenProject.Domain.Activities;

/// <summary>The signs that people may react with.</summary>
public static class Emojis
{
    /// <summary>The signs by their names.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["thumbs_up"] = "\U0001F44D",
        ["thumbs_down"] = "\U0001F44E",
        ["grinning_face_with_smiling_eyes"] = "\U0001F604",
        ["confused_face"] = "\U0001F615",
        ["heart"] = "\u2764\uFE0F",
        ["party_popper"] = "\U0001F389",
        ["rocket"] = "\U0001F680",
        ["eyes"] = "\U0001F440",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
