using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Tests.Attachments;

internal sealed class AttachmentTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;

    [TestCase("plan.pdf", "plan.pdf")]
    [TestCase(" plan.pdf ", "plan.pdf")]
    [TestCase(@"C:\Users\ada\plan.pdf", "plan.pdf")]
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase("pl\0an\r\n.pdf", "plan.pdf")]
    [TestCase("harmless\u202Efdp.exe", "harmlessfdp.exe")]
    public void A_file_has_a_name_and_no_path(string given, string name) => Assert.That(Named(given).FileName, Is.EqualTo(name));

    [TestCase(null)]
    [TestCase("  ")]
    [TestCase("folder/")]
    public void A_file_without_a_name_is_refused(string? name) =>
        Assert.That(() => Named(name), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("fileName"));

    [Test]
    public void Names_and_descriptions_have_limits()
    {
        Assert.That(Named(new string('n', Attachment.FileNameLimit)).FileName, Has.Length.EqualTo(255));
        Assert.That(() => Named(new string('n', Attachment.FileNameLimit + 1)), Throws.TypeOf<BrokenRule>());
        Assert.That(() => Named("n", new string('d', Attachment.DescriptionLimit + 1)), Throws.TypeOf<BrokenRule>());
    }

    [Test]
    public void What_hangs_on_something_stays_there()
    {
        var attachment = Named("plan.pdf");
        attachment.AttachToWorkPackage(7);

        Assert.That(() => attachment.AttachToActivity(8, 9), Throws.InvalidOperationException);
        Assert.That((attachment.WorkPackageId, attachment.ActivityId), Is.EqualTo((7, (long?)null)));
    }

    [Test]
    public void Bytes_arrive_once_under_a_key_of_their_own()
    {
        var (file, other) = (StoredFile.Announce(Now), StoredFile.Announce(Now));
        file.Arrive(3, "900150983cd24fb0d6963f7d28e17f72");

        Assert.That(file.Key, Has.Length.EqualTo(StoredFile.KeyLength).And.Not.EqualTo(other.Key));
        Assert.That((file.State, file.ByteSize, file.KeptUntil), Is.EqualTo((FileState.Uploaded, 3, Now + StoredFile.Patience)));
        Assert.That(() => file.Arrive(4, ""), Throws.InvalidOperationException);
    }

    private static Attachment Named(string? name, string? description = null) => Attachment.Create(StoredFile.Announce(Now), name, description, authorId: 1, Now);
}
