namespace GuidelineBench.Fuzzing.Targets;

/// <summary>What a parser made of an input.</summary>
/// <param name="IsAccepted">False for an input that it refused as documented.</param>
/// <param name="Text">What it read, or the message with which it refused.</param>
internal sealed record Answer(bool IsAccepted, string Text)
{
    /// <typeparam name="TRefusal">The documented exception; any other is a finding.</typeparam>
    /// <param name="read">What was read, as text.</param>
    public static Answer Of<TRefusal>(Func<string> read)
        where TRefusal : Exception
    {
        try
        {
            return new Answer(true, read());
        }
        catch (TRefusal error)
        {
            return new Answer(false, error.Message);
        }
    }
}
