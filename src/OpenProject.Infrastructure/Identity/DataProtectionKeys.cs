using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Identity;

/// <summary>
/// Makes the first key before any server runs: servers that start together would each make one, and not know the others'
/// for a day.
/// </summary>
internal sealed class DataProtectionKeys(IKeyManager keys, IOptions<KeyManagementOptions> options, TimeProvider clock)
{
    /// <summary>Makes a key where there is none; one process at a time.</summary>
    public void Prepare()
    {
        var now = clock.GetUtcNow();
        if (keys.GetAllKeys().Count == 0)
            keys.CreateNewKey(now, now + options.Value.NewKeyLifetime);
    }
}
