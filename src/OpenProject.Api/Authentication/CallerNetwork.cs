using System.Net;
using System.Net.Sockets;

namespace OpenProject.Api.Authentication;

/// <summary>Where callers come from, as limits count them.</summary>
internal static class CallerNetwork
{
    private const int SubscriberBytes = 8;

    /// <summary>
    /// The address of IPv4, or the 64 bits of one of IPv6 that name its network: whoever has one address of that may take any of its
    /// others (RFC 4291 section 2.5.4), and would be another caller each time.
    /// </summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubscriberBytes)) : address.ToString();
    }
}
