using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.OAuthClientCredentials;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthClientCredentials;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Lists, reads and writes storages. A Nextcloud comes with the OAuth application as which it asks here, and takes it along when it goes.</summary>
public sealed class StorageService(
    ResourceReader reader,
    ResourceWriter writer,
    StorageResource resource,
    StorageContract contract,
    IAggregates<Storage> aggregates,
    OAuthApplicationService applications,
    StorageApplicationService own,
    IAggregates<ClientCredentials> credentials,
    ISecretProtection secrets,
    IUnitOfWork unitOfWork)
{
    /// <summary>The storages that the viewer may see.</summary>
    public Task<Page<StorageDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One storage.</summary>
    public Task<Document<StorageDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Where the storage's own pages are; leaves as not found where it has no address.</summary>
    public async Task<string> AddressAsync(long id, CancellationToken cancellationToken)
    {
        var host = await reader.Store.FirstOrDefaultAsync(reader.Visible(resource).Where(s => s.Id == id).Select(s => s.Host), cancellationToken);
        return host is not null ? StoragePages.All(host) : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Stores a storage. The answer tells the secret of its application, this once.</summary>
    public async Task<Document<StorageDto>> CreateAsync(ChangeSet<Storage, StorageDto> changes, CancellationToken cancellationToken)
    {
        OAuthApplicationSecret? application = null;
        var plan = new WritePlan<Storage, StorageDto>(resource, contract, aggregates)
        {
            AfterSave = async (draft, token) => application = await own.GiveAsync(draft.Entity, token),
        };
        var created = await writer.CreateAsync(plan, Storage.Draft(reader.Access.Viewer.UserId, writer.Now), changes, cancellationToken);
        var document = await reader.WrittenAsync(resource, created.Id, cancellationToken);
        if (application is { Id: var id, Secret: var secret })
            document.Embedded!.Add(OAuthApplicationResource.Location, new Dictionary<long, IHalDocument> { [id] = await applications.FindAsync(id, secret, cancellationToken) });
        return document;
    }

    /// <summary>Stores changes. From another address, and from that alone, its application may ask.</summary>
    public async Task<Document<StorageDto>> UpdateAsync(long id, ChangeSet<Storage, StorageDto> changes, CancellationToken cancellationToken)
    {
        var plan = new WritePlan<Storage, StorageDto>(resource, contract, aggregates)
        {
            AfterSave = async (draft, token) =>
            {
                if (draft.Sent("origin"))
                    await own.FollowAsync(draft.Entity, token);
            },
        };
        await writer.UpdateAsync(plan, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes a storage with its application, and every link to files there.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var storage = await TakeAsync(id, cancellationToken);
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                aggregates.Remove(storage);
                await unitOfWork.SaveAsync(token);
                if (storage.OAuthApplicationId is { } applicationId)
                    await applications.DeleteAsync(applicationId, token);
            },
            cancellationToken);
    }

    /// <summary>Keeps what the server calls itself there, in place of what it called itself so far.</summary>
    /// <exception cref="ProblemException">There is no such storage, the viewer is no administrator, or one of the two is missing.</exception>
    public async Task<Document<StorageDto>> IdentifyAsync(long id, string? clientId, string? clientSecret, CancellationToken cancellationToken)
    {
        var storage = await TakeAsync(id, cancellationToken);
        if (string.IsNullOrWhiteSpace(clientSecret) || clientSecret.Length > ClientCredentials.SecretLimit)
            throw new ProblemException(new Problem.Invalid("clientSecret", string.IsNullOrWhiteSpace(clientSecret) ? "Client secret can't be blank." : "Client secret is too long."));
        var made = Made(() => ClientCredentials.For(storage.Id, clientId, secrets.Protect(clientSecret), writer.Now));
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var oldId = await reader.Store.FirstOrDefaultAsync(reader.Store.Rows<ClientCredentials>().Where(c => c.StorageId == id).Select(c => (long?)c.Id), token);
                if (oldId is { } known && await credentials.FindAsync(known, token) is { } old)
                {
                    credentials.Remove(old);
                    await unitOfWork.SaveAsync(token);
                }

                credentials.Add(made);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    private static ClientCredentials Made(Func<ClientCredentials> make)
    {
        try
        {
            return make();
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    // Invisible is not found; who sees it and is no administrator may not.
    private async Task<Storage> TakeAsync(long id, CancellationToken cancellationToken)
    {
        if (!await reader.ExistsAsync(resource, id, cancellationToken))
            throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        return await aggregates.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
    }
}
