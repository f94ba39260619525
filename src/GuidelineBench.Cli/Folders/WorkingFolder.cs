namespace GuidelineBench.Cli.Folders;

/// <summary>The current folder, which somebody may have deleted.</summary>
internal static class WorkingFolder
{
    private const string Gone = "the current folder is not there any more";

    public static bool IsGone { get; private set; }

    /// <summary>
    /// Goes to the root where the current folder is gone: libraries ask for it and fail without. What would be looked for
    /// from there is refused by <see cref="RefuseRelative"/>.
    /// </summary>
    public static void LeaveWhenGone()
    {
        try
        {
            _ = Directory.GetCurrentDirectory();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            IsGone = true;
            Directory.SetCurrentDirectory(System.IO.Path.GetPathRoot(AppContext.BaseDirectory)!);
        }
    }

    /// <param name="option">What it is asked for.</param>
    /// <exception cref="CommandException">It is gone.</exception>
    public static string Path(string option)
    {
        RefuseRelative(".", option);
        return Directory.GetCurrentDirectory();
    }

    /// <exception cref="CommandException">It is gone, and the path begins in it.</exception>
    public static void RefuseRelative(string path, string option)
    {
        if (IsGone && !System.IO.Path.IsPathRooted(path))
            throw CommandException.Unusable($"{Gone}, so there is no '{path}'", option, "a path from the root, or a current folder that exists");
    }
}
