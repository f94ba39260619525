namespace GuidelineBench.Benchmarks.Turns;

/// <summary>
/// What two builds that measure in turn are told, and say: words on one line, separated by spaces. It has to be understood by builds of
/// different age, so words are added and never changed.
/// </summary>
public static class TurnProtocol
{
    /// <summary>The verb that serves it; a build that does not know the verb measures in whole runs.</summary>
    public const string Verb = "turns";

    /// <summary>Says at the start: <c>cell INDEX NANOSECONDS LABEL</c>, a line for each cell that can be timed.</summary>
    public const string Cell = "cell";

    /// <summary>Says when all cells are prepared.</summary>
    public const string Ready = "ready";

    /// <summary>Says when a command is carried out.</summary>
    public const string Done = "done";

    /// <summary>Told: <c>stay INDEX PASSES whole|steps</c>: so many timed passes of that cell, as a whole or operator by operator.</summary>
    public const string Stay = "stay", Whole = "whole", Steps = "steps";

    /// <summary>Told: the block ends; plans are compiled anew.</summary>
    public const string Block = "block";

    /// <summary>Told: write the result file and end.</summary>
    public const string End = "end";
}
