namespace GuidelineBench.Cli.Sdk;

/// <summary>
/// What a build inherits. MSBuild takes every variable for a property, so that <c>Platform=x64</c> would change what is
/// built and where. Names of properties have no underscore: variables with one are handed on, and those that systems, the
/// SDK and NuGet need. run.sh and run.ps1 do the same.
/// </summary>
internal static class BuildEnvironment
{
    private static readonly string[] Kept =
    [
        "HOME", "HOSTNAME", "KRB5CCNAME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "PWD", "SHELL", "TEMP", "TERM", "TMP", "TMPDIR", "TZ", "USER",
    ];

    private static readonly string[] KeptOnWindows =
    [
        "ALLUSERSPROFILE", "APPDATA", "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)", "COMMONPROGRAMW6432", "COMPUTERNAME", "COMSPEC",
        "HOMEDRIVE", "HOMEPATH", "LOCALAPPDATA", "OS", "PATHEXT", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432",
        "PSMODULEPATH", "PUBLIC", "SYSTEMDRIVE", "SYSTEMROOT", "USERDOMAIN", "USERNAME", "USERPROFILE", "WINDIR",
    ];

    /// <summary>Names with an underscore that choose another MSBuild, other SDKs or another host.</summary>
    private static readonly string[] Tools = ["_", "MSBUILD_", "DOTNET_MSBUILD_", "DOTNET_HOST_PATH"];

    /// <summary>Takes out what a build must not inherit.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => IsProperty(name, OperatingSystem.IsWindows())).ToArray())
            environment.Remove(name);
    }

    /// <param name="onWindows">Names have no case there.</param>
    internal static bool IsProperty(string name, bool onWindows)
    {
        if (Array.Exists(Tools, tool => name.StartsWith(tool, StringComparison.Ordinal)))
            return true;
        return !name.Contains('_')
            && !(onWindows ? Kept.Concat(KeptOnWindows).Contains(name, StringComparer.OrdinalIgnoreCase) : Kept.Contains(name, StringComparer.Ordinal));
    }
}
