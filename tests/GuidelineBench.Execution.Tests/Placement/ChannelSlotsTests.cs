using GuidelineBench.Execution.Placement;

namespace GuidelineBench.Execution.Tests.Placement;

public sealed class ChannelSlotsTests
{
    private readonly ChannelSlots slots = new();

    [Fact]
    public void NewChannelsLieOneBehindTheOther()
    {
        Assert.Equal([0, 1, 2], slots.Take(3));
        Assert.Equal([3, 4], slots.Take(2));
        Assert.Equal(5, slots.Count);
    }

    [Fact]
    public void TheFirstRunOfFreePlacesThatIsLongEnoughIsTaken()
    {
        slots.Take(8);
        foreach (int slot in new[] { 1, 3, 4, 6, 7 })
            slots.Free(slot);

        Assert.Equal([3, 4], slots.Take(2));
        Assert.Equal([1], slots.Take(1));
        Assert.Equal([6, 7], slots.Take(2));
        Assert.Equal(8, slots.Count);
    }

    [Fact]
    public void WithoutARunScatteredPlacesAreTaken()
    {
        slots.Take(6);
        foreach (int slot in new[] { 0, 2, 4 })
            slots.Free(slot);

        Assert.Equal([0, 2], slots.Take(2));
        Assert.Equal(6, slots.Count);
    }

    [Fact]
    public void TooFewFreePlacesStayFree()
    {
        slots.Take(3);
        slots.Free(2);

        Assert.Equal([3, 4], slots.Take(2));
        Assert.Equal([2], slots.Take(1));
        Assert.Equal(5, slots.Count);
    }
}
