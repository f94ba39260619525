namespace GuidelineBench.Core.Experiments;

/// <summary>The paper's column of a row: every channel count times 1, 2 or 4 (Tables 3 and 4: the three values of c).</summary>
public enum Scale
{
    X1 = 1,
    X2 = 2,
    X4 = 4,
}
