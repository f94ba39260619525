namespace GuidelineBench.Reporting;

/// <summary>A result file and what it is called.</summary>
/// <param name="Name">Path or file name, for messages and links.</param>
public sealed record NamedResultFile(string Name, ResultFile File)
{
    /// <summary>The same without the times of each cell's operators, which are most of a file with networks.</summary>
    public NamedResultFile WithoutOperators() =>
        this with { File = File with { Cells = [.. File.Cells.Select(cell => cell with { Operators = null })] } };
}
