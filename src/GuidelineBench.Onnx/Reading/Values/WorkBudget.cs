namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>Elements that constants and chains of reshapes may still have in all: a short file can ask for endless ones.</summary>
internal sealed class WorkBudget(long elements)
{
    private long left = elements;

    /// <summary>The most that one tensor may have.</summary>
    public long Left => left;

    /// <exception cref="RefusalException">There are not so many left.</exception>
    public void Spend(long elements)
    {
        if (elements > left)
            throw new RefusalException("what is computed from constants and moved about takes too many elements");
        left -= elements;
    }
}
