using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Execution.Tests.Threads;

public sealed class ThreadAffinityTests
{
    /// <summary>As many as kernels of distributions are built for, and sizes on both sides of a mask that doubles.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(1792)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(8192)]
    public void AMaskOfAnySizeIsRead(int possible)
    {
        int[] allowed = [0, possible - 1];
        var masks = new FakeMasks(possible, allowed);

        Assert.Equal(allowed, new ThreadAffinity(masks, None).Usable);
    }

    [Theory]
    [InlineData(64, 63)]
    [InlineData(128, 64)]
    [InlineData(1024, 1023)]
    [InlineData(1792, 1024)]
    [InlineData(1792, 1791)]
    [InlineData(8192, 8191)]
    public void AThreadIsTiedToAnyProcessorAndLetGo(int possible, int processor)
    {
        int[] allowed = [0, processor];
        var masks = new FakeMasks(possible, allowed);
        var affinity = new ThreadAffinity(masks, None);

        affinity.Pin(processor);
        Assert.Equal([processor], masks.Running);
        affinity.Unpin();
        Assert.Equal(allowed, masks.Running);
    }

    [Fact]
    public void AProcessorOfOthersIsRefusedInOneLine()
    {
        var affinity = new ThreadAffinity(new FakeMasks(1792, [.. Enumerable.Range(0, 1792).Where(processor => processor != 1025)]), None);

        Assert.Equal(
            "Core 1025 cannot be used by this process; 0-1024,1026-1791 can.",
            Assert.Throws<AffinityException>(() => affinity.Pin(1025)).Message);
    }

    /// <summary>EPERM and ENOSYS, as sandboxes answer; EINVAL however long the mask is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(38)]
    [InlineData(FakeMasks.InvalidArgument)]
    public void WhereNoMaskCanBeReadTheSystemsListDecides(int error)
    {
        var affinity = new ThreadAffinity(new FakeMasks(2, 0, 1) { Error = error }, () => [4, 1500]);

        Assert.Equal([4, 1500], affinity.Usable);
        Assert.StartsWith(
            "The system refused to run a thread on core 1500 (error ", Assert.Throws<AffinityException>(() => affinity.Pin(1500)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name:\tdotnet\nCpus_allowed:\tff,ffffffff\nCpus_allowed_list:\t0-3,1600\nMems_allowed_list:\t0\n", new[] { 0, 1, 2, 3, 1600 })]
    [InlineData("Cpus_allowed_list:\tall\n", new int[0])]
    [InlineData("", new int[0])]
    public void TheListIsInTheStatusOfAThread(string status, int[] processors) => Assert.Equal(processors, AllowedProcessors.Of(status));

    [Fact]
    public void TheListAndTheMaskOfThisThreadAgree()
    {
        if (!CoreAffinity.IsSupported)
            Assert.Skip("Threads cannot be tied to cores on this system.");
        Assert.Equal(AllowedProcessors.Of(AllowedProcessors.StatusOfThisThread()), CoreAffinity.UsableProcessors());
    }

    private static IEnumerable<int> None() => throw new InvalidOperationException("The mask could be read.");
}
