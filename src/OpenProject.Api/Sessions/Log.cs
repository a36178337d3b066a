using System.Net;

namespace OpenProject.Api.Sessions;

/// <summary>What operators can follow. What was typed as login is not among it: it may be a password in the wrong field.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} signed in from {Address}.")]
    public static partial void SignedIn(ILogger logger, long userId, IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused.")]
    public static partial void Refused(ILogger logger, IPAddress? address);
}
