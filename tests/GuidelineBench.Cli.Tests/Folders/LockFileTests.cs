using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Tests.Folders;

public sealed class LockFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OneHoldsItAtATime()
    {
        using (LockFile? first = LockFile.Take(folder["lock"]))
        {
            Assert.NotNull(first);
            Assert.Null(LockFile.Take(folder["lock"]));
        }

        Assert.False(File.Exists(folder["lock"]));
        using LockFile? next = LockFile.Take(folder["lock"]);
        Assert.NotNull(next);
    }

    [Fact]
    public void WhatAKilledProcessLeftCanBeTaken()
    {
        folder.Write("lock", "{}");
        using LockFile? held = LockFile.Take(folder["lock"]);
        Assert.NotNull(held);
    }

    [Fact]
    public void AFolderThatIsMissingIsNotOneThatIsHeld() =>
        Assert.ThrowsAny<IOException>(() => LockFile.Take(Path.Combine(folder["missing"], "lock")));
}
