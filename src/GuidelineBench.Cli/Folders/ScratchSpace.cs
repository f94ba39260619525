namespace GuidelineBench.Cli.Folders;

/// <summary>Folders in the system's temporary folder; whoever makes one deletes it.</summary>
internal static class ScratchSpace
{
    private const string Prefix = "guidelinebench-";

    /// <param name="purpose">Part of its name.</param>
    /// <exception cref="CommandException">The temporary folder is not there or cannot be written.</exception>
    public static DirectoryInfo Create(string purpose)
    {
        try
        {
            return Directory.CreateTempSubdirectory($"{Prefix}{purpose}-");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"the temporary folder {Path.GetTempPath()} cannot be written", "TMPDIR", "a folder that can be");
        }
    }
}
