namespace GuidelineBench.Reporting.Texts;

/// <summary>Groups of networks that have sections of their own.</summary>
internal static class PaperGroups
{
    public const string Main = "table8", Large = "table6", AlexNet = "alexnet";
}
